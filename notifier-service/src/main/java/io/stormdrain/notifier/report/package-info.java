/** An incident as a report in Markdown, for a wiki, a ticket or a review. Pure. */
package io.stormdrain.notifier.report;
