package dev.segmentation.command;

import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.AdministratorLinks;
import dev.segmentation.account.link.IssuedLink;
import dev.segmentation.config.database.migration.Migrations;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.springframework.context.ApplicationContext;

/**
 * Makes a one-time link for an administrator who cannot sign in. It asks for no password,
 * because it has access to the database anyway.
 */
@Command(name = "reset-admin",
		description = { "Makes a one-time link on which an administrator chooses a new password.",
				"The present password stops working, and all sessions of the account end." })
class ResetAdminCommand extends DatabaseCommand {

	private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#]+/?");

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "LOGIN", arity = "0..1",
			description = "The administrator. Needed only if there are several.")
	private @Nullable String login;

	private @Nullable String address;

	@Option(names = "--url", paramLabel = "URL",
			description = "The address of the application. Default: http://localhost and its port.")
	void setAddress(String url) {
		if (!ADDRESS.matcher(url).matches()) {
			throw new ParameterException(this.spec.commandLine(),
					"--url must be the address of the application, such as https://segments.example.com, not " + url);
		}
		this.address = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	@Override
	protected List<Class<?>> beans() {
		return List.of(AdministratorLinks.class);
	}

	@Override
	protected void run(ApplicationContext context) throws Exception {
		if (!context.getBean(Migrations.class).status().pending().isEmpty()) {
			throw new CommandException("The database is not up to date. Run the command  migrate up  first.");
		}
		IssuedLink issued;
		try {
			issued = context.getBean(AdministratorLinks.class).make(this.login);
		}
		catch (ConflictException ex) {
			throw new CommandException(ex.error(), ex);
		}
		String root = (this.address != null) ? this.address
				: "http://localhost:" + context.getEnvironment().getProperty("server.port", "8080");
		say("%s has no password and no sessions now. Open this link within %d hours to choose a new password:",
				"" + issued.link().login(), AccountLink.HOURS);
		say("%s", root + issued.secret().path());
	}

}
