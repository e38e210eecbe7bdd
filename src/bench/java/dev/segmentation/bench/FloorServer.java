package dev.segmentation.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Date;

import javax.sql.DataSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Answers GET /users/active_segments as the application does, but with nothing that the
 * answer does not need: one servlet in a bare Tomcat verifies the token, runs the same SQL
 * and writes the same JSON. It knows no roles, limits or errors.
 */
final class FloorServer extends HttpServlet {

	/** As the application's. */
	private static final int CONNECTIONS = 10;

	private final transient DataSource connections;

	private final transient JWSVerifier key;

	private final String sql;

	private FloorServer(DataSource connections) throws IOException, SQLException, JOSEException {
		this.connections = connections;
		this.key = new MACVerifier(key(connections));
		String script = Bench.sql("active");
		this.sql = script.substring(script.indexOf("SELECT")).replace(":user", "?");
	}

	/**
	 * Starts the server. The environment names its port and, as for psql, the database.
	 * @param arguments the folder for Tomcat's files
	 */
	public static void main(String[] arguments) throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(arguments[0]);
		tomcat.setPort(Integer.parseInt(System.getenv("SERVER_PORT")));
		Context context = tomcat.addContext("", null);
		Tomcat.addServlet(context, "floor", new FloorServer(connections())).addMapping("/*");
		tomcat.getConnector();
		tomcat.start();
		tomcat.getServer().await();
	}

	private static DataSource connections() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:postgresql://%s:%s/%s".formatted(System.getenv("PGHOST"), System.getenv("PGPORT"),
				System.getenv("PGDATABASE")));
		pool.setUsername(System.getenv("PGUSER"));
		pool.setPassword(System.getenv("PGPASSWORD"));
		pool.setMaximumPoolSize(CONNECTIONS);
		return pool;
	}

	private static byte[] key(DataSource connections) throws SQLException {
		try (Connection connection = connections.getConnection();
				PreparedStatement statement = connection.prepareStatement("SELECT key FROM signing_keys");
				ResultSet keys = statement.executeQuery()) {
			keys.next();
			return keys.getBytes(1);
		}
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		try {
			if (!isValid(request.getHeader("Authorization"))) {
				response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
				return;
			}
			byte[] json = segments(Long.parseLong(request.getParameter("user_id"))).getBytes(StandardCharsets.UTF_8);
			response.setContentType("application/json");
			response.setContentLength(json.length);
			response.getOutputStream().write(json);
		}
		catch (SQLException | ParseException | JOSEException ex) {
			throw new ServletException(ex);
		}
	}

	private boolean isValid(String header) throws ParseException, JOSEException {
		SignedJWT token = SignedJWT.parse(header.substring("Bearer ".length()));
		return token.verify(this.key) && token.getJWTClaimsSet().getExpirationTime().after(new Date());
	}

	private String segments(long user) throws SQLException {
		StringBuilder json = new StringBuilder("{\"segments\":[");
		try (Connection connection = this.connections.getConnection();
				PreparedStatement statement = connection.prepareStatement(this.sql)) {
			statement.setLong(1, user);
			try (ResultSet names = statement.executeQuery()) {
				while (names.next()) {
					json.append("{\"name\":\"").append(names.getString(1)).append("\"},");
				}
			}
		}
		json.setLength(json.length() - 1);
		return json.append("]}").toString();
	}

}
