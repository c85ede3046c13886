/** Surveys at clinics in SPUR's manner: four groups, anonymous answers, figures from five on. */
@NullMarked
package se.stegen.survey;

import org.jspecify.annotations.NullMarked;
