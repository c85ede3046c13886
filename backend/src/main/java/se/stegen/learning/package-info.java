/** How a doctor's judgements develop: the learning curve, and procedures towards a körkort. Read only; nothing is stored. */
@NullMarked
package se.stegen.learning;

import org.jspecify.annotations.NullMarked;
