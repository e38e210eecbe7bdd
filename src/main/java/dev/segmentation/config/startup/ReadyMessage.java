package dev.segmentation.config.startup;

import dev.segmentation.account.FirstAdministrator;
import dev.segmentation.account.FirstAdministrator.Password.Chosen;
import dev.segmentation.account.FirstAdministrator.Password.Generated;
import dev.segmentation.account.FirstAdministrator.Password.MadeEarlier;
import dev.segmentation.config.database.embedded.EmbeddedDatabase;
import dev.segmentation.config.startup.failure.DatabaseName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs the address, the first account and the location of the data.
 */
@Component
class ReadyMessage {

	private static final Logger logger = LoggerFactory.getLogger(ReadyMessage.class);

	private final FirstAdministrator administrator;

	private final ObjectProvider<EmbeddedDatabase> embedded;

	private final Environment environment;

	ReadyMessage(FirstAdministrator administrator, ObjectProvider<EmbeddedDatabase> embedded, Environment environment) {
		this.administrator = administrator;
		this.embedded = embedded;
		this.environment = environment;
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			logger.info(text(web.getWebServer().getPort()));
		}
	}

	/**
	 * Shows the password also after SIGTERM during the start, because the next start does
	 * not know it.
	 * @param port the port of the server, which is negative when it has stopped
	 */
	private String text(int port) {
		String ready = """
				Dynamic User Segmentation is ready.

				  Open        http://localhost:%d/
				""".formatted(port);
		return ((port < 0) ? "Dynamic User Segmentation was stopped during its start.\n\n" : ready) + """
				  Sign in as  %s
				  Data        %s
				""".formatted(signIn(), data());
	}

	private String signIn() {
		return FirstAdministrator.LOGIN + switch (this.administrator.password()) {
			case Generated(String password) -> ", password %s (generated, shown only once)".formatted(password);
			case Chosen() -> ", with the password from SEGMENTATION_ADMIN_PASSWORD";
			case MadeEarlier() -> ", or any other account";
		};
	}

	private String data() {
		EmbeddedDatabase database = this.embedded.getIfAvailable();
		return (database != null) ? database.path() + " (embedded PostgreSQL)" : DatabaseName.in(this.environment);
	}

}
