package dev.segmentation.user.imports;

import java.util.Locale;
import java.util.Set;

import dev.segmentation.shared.PlainText;

/**
 * A column that is imported. Other columns of a file are ignored.
 */
public enum ImportColumn {

	LOGIN(Set.of("login", "логин"),
			Set.of("username", "user", "account", "nickname", "имяпользователя", "пользователь", "учетнаязапись",
					"ник")),

	EMAIL(Set.of("email", "emailaddress", "mail", "почта", "элпочта", "электроннаяпочта", "адресэлектроннойпочты"),
			Set.of("useremail", "contactemail", "имейл")),

	EXTERNAL_ID(Set.of("externalid", "внешнийid", "внешнийид"), Set.of("customerid", "userid", "clientid", "accountid",
			"crmid", "idклиента", "idпользователя", "кодклиента"));

	private final Set<String> names;

	private final Set<String> synonyms;

	ImportColumn(Set<String> names, Set<String> synonyms) {
		this.names = names;
		this.synonyms = synonyms;
	}

	/**
	 * Whether a header is a name of the column in any spelling: "E-Mail", "External ID".
	 */
	boolean isNamed(String header) {
		return this.names.contains(letters(header));
	}

	/**
	 * Whether a header probably means the column. A person has to confirm that.
	 */
	boolean isProbably(String header) {
		return this.synonyms.contains(letters(header));
	}

	private static String letters(String header) {
		return PlainText.of(header).replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT).replace('ё', 'е');
	}

	/**
	 * The usual header.
	 */
	public String header() {
		return name().toLowerCase(Locale.ROOT);
	}

}
