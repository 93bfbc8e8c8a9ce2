/** The block as its writer sees it: two fields. Visitors get what `foyer.php` makes of them. */
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement } = element;
  const { __ } = i18n;

  function Edit({ attributes, setAttributes }) {
    const field = (name, label, help) =>
      createElement(components.TextControl, {
        key: name,
        label,
        help,
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
      });
    return createElement(
      'div',
      blockEditor.useBlockProps(),
      createElement(
        components.Placeholder,
        { icon: 'tickets-alt', label: __('Foyer tickets', 'foyer') },
        field('performance', __('Performance', 'foyer'), __('Its id; without one, the programme is shown.', 'foyer')),
        field('centre', __('Centre', 'foyer'), __('Its address; without one, the first in the settings.', 'foyer')),
      ),
    );
  }

  blocks.registerBlockType('foyer/tickets', { edit: Edit, save: () => null });
})(window.wp);
