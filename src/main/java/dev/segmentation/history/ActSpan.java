package dev.segmentation.history;

/**
 * A stretch of the history that is walked from one end, both cursors not included.
 *
 * @param newestFirst from which end
 */
record ActSpan(ActCursor lower, ActCursor upper, boolean newestFirst) {

	/**
	 * What the filter's period leaves on the wanted side of a place.
	 */
	static ActSpan of(ActFilter filter, ActPlace place) {
		ActCursor from = ActCursor.start(filter.from());
		ActCursor to = ActCursor.start(filter.to());
		if (place.older()) {
			return new ActSpan(from, (place.cursor().compareTo(to) < 0) ? place.cursor() : to, true);
		}
		return new ActSpan((place.cursor().compareTo(from) > 0) ? place.cursor() : from, to, false);
	}

}
