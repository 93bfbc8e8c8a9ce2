export type { FindKey, KeyName, SignedMessage } from './profile.ts';
export { type SigningParts, signRequest } from './sign.ts';
export { type Proof, verifyRequest } from './verify.ts';
