package dev.segmentation.shared.web.page.error;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A submitted form that was refused because the session had ended. The user can send it
 * again after a new sign-in. Until then it travels in hidden fields, so that nobody who
 * is not signed in can fill the server. Only the way to the company's provider has no
 * fields: then it waits in a session of ten minutes. After the sign-in it waits in the
 * new session.
 *
 * @param action the path that the form was sent to
 * @param fields the fields, encoded like a query
 */
public record KeptForm(String action, String fields) implements Serializable {

	/** The hidden fields of the sign-in form, and the request attribute. */
	public static final String ATTRIBUTE = "kept";

	/** The header of answers to htmx: the browser shall submit the form itself. */
	public static final String HEADER = "X-Send-Again";

	/** Encoded again, it still fits into the form of the sign-in, which has 64 KB. */
	private static final int LONGEST = 36 * 1024;

	/** Passwords. The page with the kept fields would show them. */
	private static final Set<String> SECRET = Set.of("present", "password", "again");

	/** The hidden field of all forms with the id of the account that fills them in. */
	public static final String WRITER = "_account";

	/** These get new values with each page. */
	private static final Set<String> RENEWED = Set.of("_csrf", "_key");

	/**
	 * Keeps the form of a request. Forms of other sites, files and more than 36 KB are
	 * not kept.
	 */
	public static Optional<KeptForm> of(HttpServletRequest request) {
		return isOwn(request) ? keep(request, RENEWED) : Optional.empty();
	}

	/**
	 * Keeps a form of this site with its key, so that it acts once even if it is sent
	 * again.
	 */
	static Optional<KeptForm> again(HttpServletRequest request) {
		return keep(request, Set.of("_csrf"));
	}

	private static Optional<KeptForm> keep(HttpServletRequest request, Set<String> renewed) {
		String type = request.getContentType();
		if (!HttpMethod.POST.matches(request.getMethod()) || type == null
				|| !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || !isShort(request)) {
			return Optional.empty();
		}
		String fields = request.getParameterMap()
			.entrySet()
			.stream()
			.filter((field) -> !renewed.contains(field.getKey()) && !SECRET.contains(field.getKey()))
			.flatMap(KeptForm::encode)
			.collect(Collectors.joining("&"));
		return (fields.length() <= LONGEST) ? Optional.of(new KeptForm(request.getRequestURI(), fields))
				: Optional.empty();
	}

	/**
	 * Reads the form from the hidden fields of the sign-in form.
	 */
	public static Optional<KeptForm> read(HttpServletRequest request) {
		String action = request.getParameter("keptAction");
		String fields = request.getParameter("keptFields");
		return (action != null && fields != null) ? Optional.of(new KeptForm(PageRequests.local(action), fields))
				: Optional.empty();
	}

	/**
	 * Keeps the form in a session: while the person is at the company's provider, and
	 * after the sign-in. The sign-in page shows it again if the person comes back from
	 * the provider without a sign-in.
	 */
	public void keepIn(HttpSession session) {
		session.setAttribute(KeptForm.class.getName(), this);
	}

	/**
	 * Takes the form out of a session.
	 */
	public static Optional<KeptForm> take(@Nullable HttpSession session) {
		Optional<KeptForm> form = find(session);
		if (session != null && form.isPresent()) {
			session.removeAttribute(KeptForm.class.getName());
		}
		return form;
	}

	/**
	 * Finds the form that waits in a session.
	 */
	public static Optional<KeptForm> find(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(KeptForm.class.getName()) instanceof KeptForm form)
				? Optional.of(form) : Optional.empty();
	}

	/**
	 * Whether the account filled the form in. Nobody else may see it.
	 */
	public boolean isOf(CurrentAccount account) {
		return allInputs().filter(KeptForm::isWriter)
			.allMatch((input) -> input.getValue().equals(String.valueOf(account.id())));
	}

	/**
	 * Returns the fields with their values.
	 */
	public List<Map.Entry<String, String>> inputs() {
		return allInputs().filter((input) -> !isWriter(input)).toList();
	}

	private static boolean isWriter(Map.Entry<String, String> input) {
		return input.getKey().equals(WRITER);
	}

	private Stream<Map.Entry<String, String>> allInputs() {
		return UriComponentsBuilder.newInstance()
			.query(this.fields)
			.build()
			.getQueryParams()
			.entrySet()
			.stream()
			.flatMap((field) -> field.getValue()
				.stream()
				.map((value) -> Map.entry(decode(field.getKey()), decode(value))));
	}

	/** Tomcat provides memory for the announced size of a form before it arrives. */
	private static boolean isShort(HttpServletRequest request) {
		return 0 <= request.getContentLengthLong() && request.getContentLengthLong() <= LONGEST;
	}

	/** The Origin header tells a page of another site, which must not prepare forms. */
	private static boolean isOwn(HttpServletRequest request) {
		return request.getHeader("Origin") != null && !CorsUtils.isCorsRequest(request);
	}

	private static Stream<String> encode(Map.Entry<String, String[]> field) {
		return Stream.of(field.getValue())
			.map((value) -> UriUtils.encode(field.getKey(), StandardCharsets.UTF_8) + "="
					+ UriUtils.encode(value, StandardCharsets.UTF_8));
	}

	private static String decode(@Nullable String text) {
		return (text != null) ? UriUtils.decode(text, StandardCharsets.UTF_8) : "";
	}

}
