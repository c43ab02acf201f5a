/** The page of each class of trouble, made of catalogue, remedies and alert rules. */
@NullMarked
package io.stormdrain.local.pages;

import org.jspecify.annotations.NullMarked;
