/** Login by an OpenID Connect provider: which, and what whom it vouches for may do here. */
package io.stormdrain.notifier.oidc;
