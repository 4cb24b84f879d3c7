import '../../abate/one-login.js';

export default {
  app: { name: 'Cockpit', vendor: 'Abate' },
  disableWelcomeMessage: true
};
