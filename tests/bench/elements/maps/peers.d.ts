// What a page takes of packages that are installed when the bench first runs.

declare module '@sbb-esta/lyne-elements/standard-theme.css' {}
declare module '@sbb-esta/lyne-elements-experimental/seat-reservation.js' {}
