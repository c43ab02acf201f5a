/** Drawings of numbers over time, as shapes of SVG. Pure; pages give them size and colour. */
package io.stormdrain.notifier.chart;
