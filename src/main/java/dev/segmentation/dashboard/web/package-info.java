/**
<<<<<<< HEAD
 * The pages that show all features at a glance.
=======
 * <<<<<<< HEAD The pages that show all features at a glance. ======= The start page.
 * >>>>>>> history
>>>>>>> import
 */
@NullMarked
package dev.segmentation.dashboard.web;

import org.jspecify.annotations.NullMarked;
