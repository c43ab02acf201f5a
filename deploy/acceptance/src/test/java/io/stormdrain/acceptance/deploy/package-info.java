/** What operators use beside the services: compose file, image, dashboards, alert rules, README. */
@NullMarked
package io.stormdrain.acceptance.deploy;

import org.jspecify.annotations.NullMarked;
