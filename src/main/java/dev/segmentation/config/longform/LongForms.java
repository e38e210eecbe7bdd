package dev.segmentation.config.longform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.stream.SpoolSpace;
import dev.segmentation.shared.web.stream.StoredText;
import dev.segmentation.shared.web.turn.BusyAnswer;
import dev.segmentation.shared.web.turn.RequestTurn;
import dev.segmentation.shared.web.turn.UploadTurns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Reads long forms. Their text arrives in a file, at the pace of the client, and a few of
 * them are worked on at once. If the answer shows the text again, it comes from the file.
 */
@Component
public class LongForms {

	/**
	 * Enough for a pasted list of 100,000 e-mails, encoded by the browser.
	 */
	public static final long LIMIT = 16L * 1024 * 1024;

	private final SpoolSpace space;

	private final UploadTurns turns;

	/**
	 * Reads forms.
	 * @param space the disk space for all texts together
	 */
	public LongForms(SpoolSpace space, UploadTurns turns) {
		this.space = space;
		this.turns = turns;
	}

	/**
	 * Reads the form of an account and continues with it.
	 * @param longField the name of the field with the long text
	 */
	public void read(CurrentAccount account, String longField, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		RequestTurn.leaveCurrent();
		try (StoredText text = StoredText.create(this.space)) {
			Map<String, List<String>> fields = LongForm.read(request.getInputStream(), LIMIT, longField, text);
			Optional<UploadTurns.Turn> turn = this.turns.take(account);
			if (turn.isEmpty()) {
				BusyAnswer.send(request, response);
				return;
			}
			text.addTo(request);
			ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
			try {
				chain.doFilter(new LongFormRequest(request, fields), page);
			}
			finally {
				turn.get().end();
			}
			send(page, text, response);
		}
	}

	private static void send(ContentCachingResponseWrapper page, StoredText text, HttpServletResponse response)
			throws IOException {
		if (page.getContentSize() == 0) {
			page.copyBodyToResponse();
			return;
		}
		text.putBack(page.getContentAsByteArray(), response.getOutputStream());
	}

}
