/** Colours for zones that get none from their centre, from best to least; everybody can tell them apart as they are (see `TELLABLE`). */
export const ZONE_COLOURS = {
  light: ['#3c42a5', '#ab3227', '#149f64', '#6b186e', '#a67200', '#0072ad'],
  dark: ['#92a6e4', '#fda542', '#4ea87d', '#be66c2', '#f9d789', '#8ed2f9'],
} as const;
