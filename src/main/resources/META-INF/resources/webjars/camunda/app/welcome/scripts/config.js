import '../../abate/one-login.js';

export default {
  app: { name: 'Welcome', vendor: 'Abate' },
  disableWelcomeMessage: true
};
