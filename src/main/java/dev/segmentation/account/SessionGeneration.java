package dev.segmentation.account;

import dev.segmentation.shared.CurrentAccount;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * The generation of a page session: that of its sign-in, or a later one when the session
 * stayed while all others were ended.
 */
public final class SessionGeneration {

	private static final String ATTRIBUTE = "generation";

	private SessionGeneration() {
	}

	/**
	 * Lets a session go on in a generation that ended all others.
	 */
	public static void keep(HttpSession session, int generation) {
		session.setAttribute(ATTRIBUTE, generation);
	}

	/**
	 * Returns the generation of the session in which an account is signed in.
	 */
	public static int of(@Nullable HttpSession session, CurrentAccount signedIn) {
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof Integer kept)
				? Math.max(kept, signedIn.generation()) : signedIn.generation();
	}

}
