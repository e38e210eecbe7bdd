package dev.segmentation.history.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.segmentation.history.act.ActChange;
import dev.segmentation.history.act.ActChangeType;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.act.NewEnds;
import dev.segmentation.shared.ActKind;
import dev.segmentation.support.HttpTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sentences about acts in both languages.
 */
@HttpTest
class ActWordsTests {

	private static final ActChange INTO_BETA = change("BETA", ActChangeType.ADDED, 1);

	private static final ActChange OUT_OF_BETA = change("BETA", ActChangeType.DELETED, 1);

	@Autowired
	ActWords words;

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | PERCENT | 500000 | anna added 500,000 users to BETA by percentage
			en | PAGE    | 1      | anna added 1 user to BETA
			en | API     | 2      | anna added 2 users to BETA through the API
			en | IMPORT  | 21     | anna added 21 users to BETA from a list
			en | UNDO    | 1      | anna added 1 user to BETA by undoing an earlier change
			ru | PAGE    | 1      | anna: добавлен 1 пользователь в BETA
			ru | API     | 2      | anna: добавлено 2 пользователя в BETA через API
			ru | IMPORT  | 5      | anna: добавлено 5 пользователей в BETA по списку
			ru | PERCENT | 11     | anna: добавлено 11 пользователей в BETA (процент от всех)
			ru | PERCENT | 21     | anna: добавлен 21 пользователь в BETA (процент от всех)
			""")
	void describesAnAddition(String language, ActKind kind, long users, String sentence) {
		assertThat(say(language, act(kind, "anna", List.of(INTO_BETA), 1, 0, users, 0))).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | PAGE            | 1 | anna removed 1 user from BETA
			en | SEGMENT_DELETED | 3 | anna deleted BETA (3 members removed)
			en | EXPIRY          | 1 | 1 user’s membership in BETA expired
			en | EXPIRY          | 7 | 7 users’ memberships in BETA expired
			ru | PAGE            | 3 | anna: исключено 3 пользователя из BETA
			ru | SEGMENT_DELETED | 1 | anna: удалён сегмент BETA (исключён 1 участник)
			ru | EXPIRY          | 2 | У 2 пользователей истёк срок в BETA
			""")
	void describesARemoval(String language, ActKind kind, long users, String sentence) {
		assertThat(say(language, act(kind, "anna", List.of(OUT_OF_BETA), 0, 1, 0, users))).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | 2 | anna added 4 memberships in BETA and 1 other segment
			en | 3 | anna added 4 memberships in BETA and 2 other segments
			ru | 2 | anna: добавлено 4 участника в BETA и ещё 1 сегмент
			ru | 4 | anna: добавлено 4 участника в BETA и ещё 3 сегмента
			ru | 6 | anna: добавлено 4 участника в BETA и ещё 5 сегментов
			""")
	void countsMembershipsInSeveralSegments(String language, long segments, String sentence) {
		assertThat(say(language, act(ActKind.PAGE, "anna", List.of(INTO_BETA), segments, 0, 4, 0))).isEqualTo(sentence);
	}

	@Test
	void describesAdditionsAndRemovalsOfOneAct() {
		ActSummary act = act(ActKind.PAGE, "anna", List.of(INTO_BETA, change("GAMMA", ActChangeType.DELETED, 2)), 1, 1,
				1, 2);
		assertThat(say("en", act)).isEqualTo("anna added 1 user to BETA and removed 2 users from GAMMA");
		assertThat(say("ru", act)).isEqualTo("anna: добавлен 1 пользователь в BETA, исключено 2 пользователя из GAMMA");
		ActSummary notListed = act(ActKind.PAGE, "anna", List.of(INTO_BETA), 1, 5, 1, 9);
		assertThat(say("en", notListed)).isEqualTo("anna added 1 user to BETA and removed 9 memberships in 5 segments");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | PAGE            | ADDED   | boris | anna added boris to BETA
			en | PAGE            | ADDED   |       | anna added deleted user #7 to BETA
			en | API             | DELETED | boris | anna removed boris from BETA through the API
			en | EXPIRY          | DELETED | boris | boris’s membership in BETA expired
			en | SEGMENT_DELETED | DELETED | boris | anna deleted BETA (boris was removed)
			ru | PAGE            | ADDED   | boris | anna: добавлен boris в BETA
			ru | PAGE            | DELETED |       | anna: исключён удалённый пользователь, ID 7 из BETA
			ru | EXPIRY          | DELETED | boris | boris: истёк срок в BETA
			ru | SEGMENT_DELETED | DELETED | boris | anna: удалён сегмент BETA (исключён boris)
			""")
	void namesASingleUser(String language, ActKind kind, ActChangeType type, @Nullable String login, String sentence) {
		ActChange change = new ActChange(1, "BETA", true, type, 1, new ActChange.OnlyUser(7, login));
		boolean added = type == ActChangeType.ADDED;
		assertThat(say(language,
				act(kind, "anna", List.of(change), added ? 1 : 0, added ? 0 : 1, added ? 1 : 0, added ? 0 : 1)))
			.isEqualTo(sentence);
	}

	@Test
	void namesAUserWhoWasAddedToSeveralSegments() {
		ActChange.OnlyUser boris = new ActChange.OnlyUser(7, "boris");
		List<ActChange> changes = List.of(new ActChange(1, "BETA", true, ActChangeType.ADDED, 1, boris),
				new ActChange(2, "GAMMA", true, ActChangeType.ADDED, 1, boris));
		assertThat(say("en", act(ActKind.API, "anna", changes, 2, 0, 2, 0)))
			.isEqualTo("anna added boris to BETA and 1 other segment through the API");
		assertThat(say("ru", act(ActKind.PAGE, "anna", changes, 2, 0, 2, 0)))
			.isEqualTo("anna: добавлен boris в BETA и ещё 1 сегмент");
		assertThat(say("en", act(ActKind.PAGE, "anna", changes, 4, 0, 4, 0)))
			.isEqualTo("anna added 4 memberships in BETA and 3 other segments");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en | 12 | 0  | 12 | 2033-01-02T03:04:00Z | 2033-01-02T03:04:00Z |        | anna set the end of 12 memberships in BETA to Jan 2, 2033, 3:04 AM
					en | 1  | 1  | 0  |                      |                      |        | anna removed the end of 1 membership in BETA
					en | 12 | 0  | 12 | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT168H | anna extended 12 memberships in BETA by 7 days
					en | 12 | 0  | 12 | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z |        | anna extended 12 memberships in BETA
					en | 12 | 1  | 11 | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z |        | anna changed the end of 12 memberships in BETA
					ru | 21 | 0  | 0  | 2033-01-02T03:04:00Z | 2033-01-02T03:04:00Z |        | anna: срок 21 участника в BETA изменён на 2 янв. 2033 г., 03:04
					ru | 5  | 5  | 0  |                      |                      |        | anna: срок 5 участников в BETA снят
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z |        | anna: срок 2 участников в BETA продлён
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT504H | anna: срок 2 участников в BETA продлён на 21 день
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT1H   | anna: срок 2 участников в BETA продлён на 1 час
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT30M  | anna: срок 2 участников в BETA продлён на 30 минут
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT61S  | anna: срок 2 участников в BETA продлён на 61 секунду
					ru | 2  | 0  | 2  | 2033-01-02T03:04:00Z | 2034-01-02T03:04:00Z | PT49H  | anna: срок 2 участников в BETA продлён на 49 часов
					""")
	void describesChangedEnds(String language, long users, long endless, long later, @Nullable Instant first,
			@Nullable Instant last, @Nullable Duration by, String sentence) {
		NewEnds ends = new NewEnds(1, users, endless, later, first, last, by);
		ActSummary act = new ActSummary(1, ActKind.PAGE, Instant.EPOCH, 2L, "anna", null,
				List.of(change("BETA", ActChangeType.ENDS, users)), 0, 0, 0, 0, ends, List.of());
		assertThat(say(language, act)).isEqualTo(sentence);
	}

	@Test
	void describesAdditionsAndChangedEndsOfOneList() {
		ActChange ofBoris = new ActChange(1, "BETA", true, ActChangeType.ENDS, 1, new ActChange.OnlyUser(7, "boris"));
		Instant end = Instant.parse("2033-01-02T03:04:00Z");
		ActSummary act = new ActSummary(1, ActKind.IMPORT, Instant.EPOCH, 2L, "anna", null, List.of(INTO_BETA, ofBoris),
				1, 0, 1, 0, new NewEnds(1, 1, 0, 1, end, end, null), List.of());
		assertThat(say("en", act)).isEqualTo(
				"anna added 1 user to BETA and set the end of boris’s membership to Jan 2, 2033, 3:04 AM from a list");
		assertThat(say("ru", act))
			.isEqualTo("anna: добавлен 1 пользователь в BETA, срок boris изменён на 2 янв. 2033 г., 03:04 по списку");
	}

	@Test
	void describesTheSystemAndADeletedAccount() {
		ActSummary bySystem = new ActSummary(1, ActKind.API, Instant.EPOCH, null, null, null, List.of(INTO_BETA), 1, 0,
				1, 0, NewEnds.NONE, List.of());
		ActSummary byDeletedAccount = new ActSummary(1, ActKind.API, Instant.EPOCH, 5L, null, null, List.of(INTO_BETA),
				1, 0, 1, 0, NewEnds.NONE, List.of());
		assertThat(say("en", bySystem)).isEqualTo("The system added 1 user to BETA through the API");
		assertThat(say("en", byDeletedAccount)).isEqualTo("A deleted account added 1 user to BETA through the API");
	}

	@Test
	void isolatesNamesWrittenFromRightToLeft() {
		ActSummary act = act(ActKind.PAGE, "anna", List.of(change("שלום", ActChangeType.ADDED, 1)), 1, 0, 1, 0);
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		assertThat(this.words.sentence(act)).endsWith("to \u2068שלום\u2069");
	}

	private String say(String language, ActSummary act) {
		LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
		return this.words.sentence(act).replaceAll("[\u2068\u2069]", "").replaceAll("[\u00a0\u202f]", " ");
	}

	private static ActSummary act(ActKind kind, @Nullable String account, List<ActChange> changes, long addedTo,
			long deletedFrom, long added, long deleted) {
		return new ActSummary(1, kind, Instant.EPOCH, 2L, account, null, changes, addedTo, deletedFrom, added, deleted,
				NewEnds.NONE, List.of());
	}

	private static ActChange change(String segment, ActChangeType type, long users) {
		return new ActChange(1, segment, true, type, users, null);
	}

}
