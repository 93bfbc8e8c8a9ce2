export { addReseller, changeResellerKey, type Reseller } from './access.ts';
export { octoErrors } from './errors.ts';
export { registerResellerManagement } from './manage-routes.ts';
export { registerOcto } from './routes.ts';
