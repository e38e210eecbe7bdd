package dev.segmentation.shared.web.template;

/**
 * A text as a search compares it: in small Latin letters, without the letters that have
 * no sound, like search_text of the database.
 *
 * @param letters the letters that are compared
 * @param places the place of each letter in the text, and the length of the text
 */
record SearchedText(String letters, int[] places) {

	private static final String LETTERS = "абвгдеёжзийклмнопрстуфхцчшщыэюяàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ";

	private static final String LATIN = "abvgdeezziyklmnoprstufhccssyeuaaaaaaaceeeeiiiinoooooouuuuyy";

	private static final String WITHOUT_SOUND = "ъь";

	static SearchedText of(String text) {
		StringBuilder letters = new StringBuilder();
		int[] places = new int[text.length() + 1];
		for (int place = 0; place < text.length(); place++) {
			char letter = Character.toLowerCase(text.charAt(place));
			if (WITHOUT_SOUND.indexOf(letter) < 0) {
				places[letters.length()] = place;
				int other = LETTERS.indexOf(letter);
				letters.append((other < 0) ? letter : LATIN.charAt(other));
			}
		}
		places[letters.length()] = text.length();
		return new SearchedText(letters.toString(), places);
	}

}
