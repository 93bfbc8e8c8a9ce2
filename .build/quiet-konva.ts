import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { type ESTree, minifySync, type Plugin, parseSync } from 'vite';

/**
 * What Konva does for others and our stage never asks of it, by name. Their bodies are left empty, and with them goes
 * all that only they use. A name that Konva no longer has fails the build.
 */
const NEVER_ASKED = [
  // The seat map follows pointers itself, so nothing on the stage listens, is hit, caught or dragged.
  '_bindContentEvents _listenToWindow _delegate _fireAndBubble drawHit releaseCapturesOf stopDrag',
  'setPointerCapture releaseCapture hasPointerCapture _injectGlobal',
  // Our shapes have a scene function that paints all there is: no shadow, filter, cached picture, bounds or search.
  '_applyShadow _prepareIsolationCanvas _registerCSSFilterFallback cache _drawCachedSceneCanvas getClientRect find',
  // Nothing is drawn aside first, turned or slanted, has a name of an older Konva, or is drawn by Konva when it changes.
  '_useBufferCanvas hasShadow _drawDeviceBuffer _trimIsolationCanvas _releaseIsolationCanvas isCanvasFarblingActive',
  'getSelfRect rotate skew backCompat addComponentsGetterSetter drawImage _requestDraw batchDraw',
  // What Konva has for developers: a trace, and warnings that its minified form does not give either.
  '_enableTrace getBooleanValidator getComponentValidator getNumberOrAutoValidator getNumberValidator',
  'getStringOrGradientValidator getStringValidator',
].flatMap((names) => names.split(' '));

const isNeverAsked = (name: string) => NEVER_ASKED.includes(name);

const STAGE = 'components/seat-map/stage/**/*.ts';

/** A module of Konva, by its path in the package's `lib`. */
const MODULE = /\/konva\/lib\/([\w/]+\.js)$/;

/** A piece of Konva that is used only by its name: a method, a function or the accessors of an attribute. */
interface Piece {
  readonly names: readonly string[];
  readonly node: ESTree.Node;
  /** Its body when it has one. */
  readonly body: ESTree.Node | null | undefined;
  /** A bundler leaves out unused functions and constants itself. */
  readonly removable: boolean;
}

/**
 * Leaves out of Konva what our stage never uses. A bundler cannot: it must suppose that any method of a class is called.
 * Here a method stays when its name is said anywhere in what stays, in code or in a string, beginning at the stage.
 */
export function quietKonva(): Plugin {
  let stage = '';
  let sources: ReadonlyMap<string, string> = new Map();
  let used: ReadonlySet<string> = new Set();
  return {
    name: 'foyer:quiet-konva',
    apply: 'build',
    configResolved({ root }) {
      const files = globSync(STAGE, { cwd: root });
      stage = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    },
    buildStart() {
      sources = readKonva(stage);
      used = namesInUse(stage, [...sources.values()]);
    },
    transform: {
      filter: { id: MODULE },
      handler(_source, id) {
        const source = sources.get(MODULE.exec(id)?.[1] ?? '');
        // What it asks of the others was not counted, so that would be left out under its feet.
        if (source === undefined) throw new Error(`.build/quiet-konva.ts: the stage does not import ${id}.`);
        return leaveOut(source, used);
      },
    },
  };
}

/** The modules that the stage loads, without comments: in those, Konva's documentation names everything. */
function readKonva(stage: string): Map<string, string> {
  const folder = dirname(createRequire(import.meta.url).resolve('konva/lib/Global.js'));
  const sources = new Map<string, string>();
  const read = (file: string) => {
    if (sources.has(file)) return;
    const source = withoutComments(readFileSync(join(folder, file), 'utf8'));
    sources.set(file, source);
    for (const [, other] of source.matchAll(/(?:from|import)"(\.[^"]+)"/g)) {
      if (other) read(posix.join(posix.dirname(file), other));
    }
  };
  for (const [, file] of stage.matchAll(/'konva\/lib\/([\w/]+\.js)'/g)) if (file) read(file);
  return sources;
}

const withoutComments = (source: string) =>
  minifySync('konva.js', source, { module: true, compress: false, mangle: false }).code;

const namesIn = (code: string): string[] => code.match(/[A-Za-z_$][\w$]*/g) ?? [];

/** Every name said in the stage and in the pieces of Konva that it, or one of those, names. */
function namesInUse(stage: string, sources: readonly string[]): Set<string> {
  const said = new Map<string, string[]>();
  const used = new Set(namesIn(stage));
  for (const source of sources) {
    let always = '';
    let from = 0;
    for (const { names, node, body } of piecesOf(source)) {
      always += source.slice(from, node.start);
      from = node.end;
      const silent = body && names.some(isNeverAsked);
      const others = silent ? [] : namesIn(source.slice(node.start, node.end));
      for (const name of names) said.set(name, [...(said.get(name) ?? []), ...others]);
    }
    always += source.slice(from);
    for (const name of namesIn(always.replace(/\b(?:import|export)\{[^}]*\}[^;]*;/g, ''))) used.add(name);
  }
  const unknown = NEVER_ASKED.filter((name) => !said.has(name));
  if (unknown.length > 0) throw new Error(`.build/quiet-konva.ts: Konva has no ${unknown.join(', ')}.`);
  for (const name of used) for (const other of said.get(name) ?? []) used.add(other);
  return used;
}

function leaveOut(source: string, used: ReadonlySet<string>): string {
  let code = source;
  for (const { names, node, body, removable } of piecesOf(source).sort((a, b) => b.node.start - a.node.start)) {
    const end = node.end + (code[node.end] === ',' ? 1 : 0);
    if (removable && !names.some((name) => used.has(name))) code = code.slice(0, node.start) + code.slice(end);
    else if (body && names.some(isNeverAsked)) code = `${code.slice(0, body.start)}{}${code.slice(body.end)}`;
  }
  return code;
}

function piecesOf(source: string): Piece[] {
  return parseSync('konva.js', source).program.body.flatMap((statement) => {
    const node = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
    if (node.type === 'ClassDeclaration') return node.body.body.flatMap(pieceOfMethod);
    if (node.type === 'FunctionDeclaration')
      return node.id ? [{ names: [node.id.name], node, body: node.body, removable: false }] : [];
    if (node.type === 'VariableDeclaration') return node.declarations.flatMap(piecesOfVariable);
    if (node.type === 'ExpressionStatement') return pieceOfAccessors(node);
    return [];
  });
}

function pieceOfMethod(node: ESTree.ClassElement): Piece[] {
  if (node.type !== 'MethodDefinition' || node.kind === 'constructor' || node.key.type !== 'Identifier') return [];
  return [{ names: [node.key.name], node, body: node.value.body, removable: true }];
}

/** The functions in objects like `Util`; any other constant is one piece. */
function piecesOfVariable(node: ESTree.VariableDeclarator): Piece[] {
  if (node.id.type !== 'Identifier') return [];
  if (node.init?.type !== 'ObjectExpression') return [{ names: [node.id.name], node, body: null, removable: false }];
  return node.init.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
    const { value } = property;
    if (value.type !== 'FunctionExpression') return [];
    return [{ names: [property.key.name], node: property, body: value.body, removable: true }];
  });
}

/** `Factory.addGetterSetter(Node, 'opacity', 1)` makes `opacity`, `getOpacity` and `setOpacity`. */
function pieceOfAccessors(node: ESTree.ExpressionStatement): Piece[] {
  const call = node.expression;
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  const { object, property } = call.callee;
  if (object.type !== 'Identifier' || object.name !== 'Factory' || property.type !== 'Identifier') return [];
  // A name that no code can say: what is never asked need not be prepared either.
  if (isNeverAsked(property.name)) return [{ names: [`Factory.${property.name}`], node, body: null, removable: true }];
  const attribute = call.arguments[1];
  if (attribute?.type !== 'Literal' || typeof attribute.value !== 'string') return [];
  const { value } = attribute;
  const capital = `${value.charAt(0).toUpperCase()}${value.slice(1)}`;
  return [{ names: [value, `get${capital}`, `set${capital}`], node, body: null, removable: true }];
}
