import type { Access } from '../../system/sessionFile.ts';
import type { Translate } from './translate.ts';

/** Why a session can only be read here; nothing where it can be written. */
export function accessNotice(access: Access, t: Translate): string | undefined {
  if (access.type === 'write') return undefined;
  switch (access.because) {
    case 'locked':
      return t('Another window works on this session. You can read along, or take it over.');
    case 'newer-version':
      return t('This session was written by a newer version of Thunk, so it can only be read here.');
    case 'corrupt':
      return t('The file of this session is damaged. What is whole is shown; it can only be read.');
    case 'storage':
      return t('This session can only be read here. {0}', access.fault.detail);
  }
}
