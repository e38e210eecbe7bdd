package dev.segmentation.account.link.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import dev.segmentation.account.link.AccountLink;
import dev.segmentation.account.link.LinkKind;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.mail.MailProperties;
import dev.segmentation.shared.mail.Mails;
import dev.segmentation.shared.web.template.Messages;
import dev.segmentation.support.MailServer;
import dev.segmentation.support.Ports;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class LinkMailTests {

	private static final String URL = "https://segments.example.com/account-link/SECRET";

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void sendsAnInvitation() throws Exception {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		try (MailServer server = new MailServer()) {
			assertThat(mail(server.port()).send(link(LinkKind.INVITATION, "anna@example.com"), URL))
				.isEqualTo(LinkMail.Result.SENT);
			assertThat(server.take()).contains("MAIL FROM:<segments@example.com>", "RCPT TO:<anna@example.com>",
					"Subject: Your invitation to User Segmentation", URL, "valid for 72 hours");
		}
	}

	@Test
	void sendsANewPasswordInRussian() throws Exception {
		LocaleContextHolder.setLocale(Locale.of("ru"));
		try (MailServer server = new MailServer()) {
			mail(server.port()).send(link(LinkKind.RESET, "anna@example.com"), URL);
			String text = decoded(server.take());
			assertThat(text).contains("Администратор сбросил пароль учётной записи anna", URL);
		}
	}

	@Test
	void tellsAFailure() {
		assertThat(mail(Ports.free()).send(link(LinkKind.INVITATION, "anna@example.com"), URL))
			.isEqualTo(LinkMail.Result.FAILED);
	}

	@Test
	void sendsNothingWithoutServerOrAddress() {
		LinkMail mail = new LinkMail(new Mails(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
				new MailProperties("segments@example.com")), messages());
		assertThat(mail.send(link(LinkKind.INVITATION, "anna@example.com"), URL)).isEqualTo(LinkMail.Result.NONE);
		assertThat(mail(Ports.free()).send(link(LinkKind.RESET, null), URL)).isEqualTo(LinkMail.Result.NONE);
	}

	private static LinkMail mail(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(port);
		sender.setDefaultEncoding("UTF-8");
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("mailSender", sender);
		return new LinkMail(
				new Mails(beans.getBeanProvider(JavaMailSender.class), new MailProperties("segments@example.com")),
				messages());
	}

	private static Messages messages() {
		try (var context = new AnnotationConfigApplicationContext(Messages.class)) {
			return context.getBean(Messages.class);
		}
	}

	private static AccountLink link(LinkKind kind, @Nullable String email) {
		return new AccountLink(1, kind, null, "anna", email, Role.VIEWER, "admin", Instant.EPOCH, Instant.EPOCH, false);
	}

	private static String decoded(String mail) throws Exception {
		String body = mail.substring(mail.indexOf("\n\n") + 2);
		String encoding = mail.replaceAll("(?s).*Content-Transfer-Encoding: (\\S+).*", "$1");
		return new String(MimeUtility.decode(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), encoding)
			.readAllBytes(), StandardCharsets.UTF_8);
	}

}
