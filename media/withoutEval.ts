import { config } from 'zod';

/** Zod would try `new Function`, which the content security policy refuses; imported before any schema is made. */
config({ jitless: true });
