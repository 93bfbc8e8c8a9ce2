export { registerPayments } from './routes.ts';
export { salesTasks } from './tasks.ts';
