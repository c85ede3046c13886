@org.jspecify.annotations.NullMarked
package se.stegen.ui.forms;
