export { createPartnerProgramme, type PartnerProgramme } from './partner-programme/index.ts';
export { registerNetwork, registerNetworkManagement } from './routes.ts';
export { networkTasks } from './tasks.ts';
