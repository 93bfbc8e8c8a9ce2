export { createPartnerProgramme, type PartnerProgramme } from './partner-programme.ts';
