import '../../abate/one-login.js';

export default {
  app: { name: 'Admin', vendor: 'Abate' },
  disableWelcomeMessage: true
};
