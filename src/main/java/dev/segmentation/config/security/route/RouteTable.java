package dev.segmentation.config.security.route;

import java.util.List;

/**
 * Each route and the lowest role that may use it. A route that is missing here cannot be
 * reached. The columns are the method, the pattern exactly as in the controller's mapping
 * and the role, or {@code PUBLIC} if the route needs no account. {@code filter} marks a
 * route that a filter answers instead of a controller. GET includes HEAD. {@code make
 * docs} writes the table to docs/roles.md.
 */
public final class RouteTable {

	/** A line for each route, below the heading of its group. */
	public static final String TEXT = """
			# Sign-in and errors
			GET    /login                                              PUBLIC
			POST   /login                                              PUBLIC  filter
			POST   /login/ended                                        EDITOR
			GET    /login/again                                        VIEWER
			POST   /login/again                                        EDITOR
			POST   /login/failed                                       EDITOR
			GET    /login/company/{provider}                           PUBLIC
			POST   /login/company/{provider}                           PUBLIC
			GET    /oauth2/authorization/{provider}                    PUBLIC  filter
			GET    /login/oauth2/code/{provider}                       PUBLIC  filter
			POST   /logout/connect/back-channel/{provider}             PUBLIC  filter
			GET    /login/code                                         PUBLIC
			POST   /login/code                                         PUBLIC  filter
			POST   /login/code/enter                                   EDITOR
			POST   /login/passkey                                      PUBLIC  filter
			POST   /login/passkey/options                              PUBLIC
			POST   /logout                                             PUBLIC  filter
			POST   /preferences                                        PUBLIC
			ANY    /error                                              VIEWER

			# My account
			GET    /account                                            VIEWER
			POST   /account                                            VIEWER
			GET    /account/password                                   VIEWER
			POST   /account/password                                   VIEWER
			GET    /account/sessions                                   VIEWER
			POST   /account/sessions/{id}/end                          VIEWER
			POST   /account/sessions/end-others                        VIEWER

			# Accounts
			GET    /accounts                                           ADMIN
			GET    /accounts/{id}                                      ADMIN
			POST   /accounts/{id}/enable                               ADMIN
			POST   /accounts/{id}/sign-out                             ADMIN
			GET    /accounts/{id}/delete                               ADMIN
			POST   /accounts/{id}/delete                               ADMIN
			GET    /accounts/{id}/reset                                ADMIN
			POST   /accounts/{id}/reset                                ADMIN
			GET    /accounts/selected/role                             ADMIN
			POST   /accounts/selected/role                             ADMIN
			GET    /accounts/selected/disable                          ADMIN
			POST   /accounts/selected/disable                          ADMIN
			GET    /accounts/invite                                    ADMIN
			POST   /accounts/invite                                    ADMIN
			GET    /accounts/invitations/{id}                          ADMIN
			POST   /accounts/invitations/{id}/renew                    ADMIN
			POST   /accounts/invitations/{id}/revoke                   ADMIN
			GET    /account-link/{secret}                              PUBLIC
			POST   /account-link/{secret}                              PUBLIC
			GET    /password                                           VIEWER
			POST   /password                                           VIEWER

			# Passkeys and second factor
			GET    /account/confirm                                    VIEWER
			POST   /account/confirm                                    VIEWER
			GET    /account/passkeys                                   VIEWER
			POST   /account/passkeys                                   VIEWER
			POST   /account/passkeys/options                           VIEWER
			GET    /account/passkeys/{id}                              VIEWER
			POST   /account/passkeys/{id}                              VIEWER
			POST   /account/passkeys/{id}/remove                       VIEWER
			GET    /account/app                                        VIEWER
			POST   /account/app                                        VIEWER
			POST   /account/app/confirm                                VIEWER
			GET    /account/app/remove                                 VIEWER
			POST   /account/app/remove                                 VIEWER
			POST   /account/recovery-codes                             VIEWER
			GET    /accounts/sign-in-rules                             ADMIN
			POST   /accounts/sign-in-rules                             ADMIN
			GET    /accounts/{id}/second-factor                        ADMIN
			POST   /accounts/{id}/second-factor/remove                 ADMIN

			# Dashboard and tasks
			GET    /                                                   VIEWER
			GET    /search                                             VIEWER
			GET    /shortcuts                                          VIEWER
			GET    /tasks                                              VIEWER
			GET    /tasks/{id}                                         VIEWER
			POST   /tasks/{id}/cancel                                  EDITOR

			# Segments
			GET    /segments                                           VIEWER
			GET    /segments/new                                       EDITOR
			POST   /segments/new                                       EDITOR
			GET    /segments/new/share                                 VIEWER
			GET    /segments/compare                                   VIEWER
			GET    /segments/{id}                                      VIEWER
			GET    /segments/{id}/size                                 VIEWER
			GET    /segments/{id}/history                              VIEWER
			GET    /segments/{id}/history/moments                      VIEWER
			GET    /segments/{id}/compare                              VIEWER
			GET    /segments/{id}/compare/export                       EDITOR
			GET    /segments/{id}/settings                             VIEWER
			POST   /segments/{id}/settings                             EDITOR
			POST   /segments/{id}/restriction                          EDITOR
			GET    /segments/{id}/delete                               EDITOR
			POST   /segments/{id}/delete                               EDITOR
			POST   /segments/{id}/members                              EDITOR
			GET    /segments/{id}/members/count                        VIEWER
			GET    /segments/{id}/members/suggestions                  VIEWER
			GET    /segments/{id}/members/remove                       EDITOR
			POST   /segments/{id}/members/remove                       EDITOR
			GET    /segments/{id}/members/end                          EDITOR
			POST   /segments/{id}/members/end                          EDITOR
			GET    /segments/{id}/members/restore                      EDITOR
			POST   /segments/{id}/members/restore                      EDITOR
			GET    /ends                                               VIEWER
			POST   /ends/change                                        EDITOR
			GET    /ends/preview                                       EDITOR
			GET    /segments/{id}/members/matching                     VIEWER
			GET    /segments/{id}/members/export                       EDITOR
			POST   /segments/{id}/members/export                       EDITOR
			POST   /segments/{id}/members/ids                          EDITOR
			GET    /segments/{id}/members/paste                        EDITOR
			POST   /segments/{id}/members/paste                        EDITOR
			POST   /segments/{id}/members/file                         EDITOR
			GET    /segments/{id}/members/lists/{list}                 EDITOR
			POST   /segments/{id}/members/lists/{list}                 EDITOR
			POST   /segments/{id}/members/lists/{list}/columns         EDITOR
			POST   /segments/{id}/members/lists/{list}/numbers         EDITOR
			GET    /segments/{id}/members/lists/{list}/rejected.csv    EDITOR
			GET    /segments/{id}/members/lists/{list}/result.csv      EDITOR
			GET    /segments/{id}/members/lists/{list}/unknown.txt     EDITOR
			POST   /segments/{id}/members/lists/{list}/words           EDITOR

			# Sets
			GET    /sets                                               VIEWER
			GET    /sets/users.csv                                     VIEWER
			GET    /sets/use                                           EDITOR
			POST   /sets/use                                           EDITOR

			# Users
			GET    /users                                              VIEWER
			GET    /users/new                                          EDITOR
			POST   /users/new                                          EDITOR
			GET    /users/{id}                                         VIEWER
			GET    /users/{id}/edit                                    EDITOR
			POST   /users/{id}/edit                                    EDITOR
			GET    /users/{id}/delete                                  EDITOR
			POST   /users/{id}/delete                                  EDITOR
			GET    /users/{id}/timeline                                VIEWER
			GET    /users/{id}/segments/add                            EDITOR
			POST   /users/{id}/segments/add                            EDITOR
			GET    /users/{id}/segments/{segmentId}/remove             EDITOR
			POST   /users/{id}/segments/{segmentId}/remove             EDITOR
			POST   /users/sample                                       EDITOR
			POST   /users/sample/remove                                EDITOR
			GET    /users/import                                       VIEWER
			POST   /users/import                                       EDITOR
			GET    /users/imports/{id}                                 VIEWER
			POST   /users/imports/{id}                                 EDITOR
			POST   /users/imports/{id}/check                           EDITOR
			POST   /users/imports/{id}/discard                         EDITOR
			GET    /users/imports/{id}/rejected.csv                    VIEWER

			# Saved filters
			GET    /filters/new                                        VIEWER
			POST   /filters/new                                        VIEWER
			GET    /filters/{id}/delete                                VIEWER
			POST   /filters/{id}/delete                                VIEWER

			# History and reports
			GET    /history                                            VIEWER
			GET    /history/segment-names                              VIEWER
			GET    /history/users                                      VIEWER
			POST   /history/users                                      VIEWER
			GET    /history/{id}                                       VIEWER
			GET    /acts/{id}                                          VIEWER
			GET    /history/{id}/note                                  EDITOR
			POST   /history/{id}/note                                  EDITOR
			GET    /history/{id}/undo                                  EDITOR
			POST   /history/{id}/undo                                  EDITOR
			GET    /reports                                            VIEWER
			POST   /reports                                            EDITOR
			GET    /reports/new                                        EDITOR
			GET    /reports/download                                   VIEWER
			GET    /reports/notices                                    VIEWER
			GET    /reports/history.csv                                VIEWER
			GET    /reports/selected/revoke                            EDITOR
			POST   /reports/selected/revoke                            EDITOR
			GET    /reports/recurring                                  VIEWER
			POST   /reports/recurring/{id}/pause                       EDITOR
			POST   /reports/recurring/{id}/resume                      EDITOR
			GET    /reports/recurring/{id}/delete                      EDITOR
			POST   /reports/recurring/{id}/delete                      EDITOR
			GET    /reports/{id}                                       VIEWER
			GET    /reports/{id}/file                                  VIEWER
			GET    /reports/{id}/again                                 EDITOR
			POST   /reports/{id}/again                                 EDITOR
			GET    /reports/{id}/repeat                                EDITOR
			POST   /reports/{id}/repeat                                EDITOR
			POST   /reports/{id}/mail                                  VIEWER
			GET    /reports/{id}/link                                  EDITOR
			POST   /reports/{id}/link                                  EDITOR
			GET    /reports/{id}/extend                                EDITOR
			POST   /reports/{id}/extend                                EDITOR
			GET    /reports/{id}/revoke                                EDITOR
			POST   /reports/{id}/revoke                                EDITOR
			GET    /reports/{id}/openings                              VIEWER
			GET    /shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}         PUBLIC
			POST   /shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}         PUBLIC
			GET    /shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}  PUBLIC
			GET    /shared/{id:[0-9]{1,18}}/{opening:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}/{name}  PUBLIC

			# Audit
			GET    /audit                                              ADMIN
			GET    /audit/audit.csv                                    ADMIN

			# API tokens
			GET    /tokens                                             EDITOR
			GET    /tokens/new                                         EDITOR
			POST   /tokens/new                                         EDITOR
			GET    /tokens/{id}                                        EDITOR
			GET    /tokens/{id}/edit                                   EDITOR
			POST   /tokens/{id}/edit                                   EDITOR
			GET    /tokens/{id}/rotate                                 EDITOR
			POST   /tokens/{id}/rotate                                 EDITOR
			GET    /tokens/{id}/revoke                                 EDITOR
			POST   /tokens/{id}/revoke                                 EDITOR
			GET    /tokens/{id}/hand-over                              ADMIN
			POST   /tokens/{id}/hand-over                              ADMIN

			# API
			POST   /api/v1/users/sign-up                               PUBLIC
			POST   /api/v1/users/sign-in                               PUBLIC
			GET    /api/v1/users/refresh                               PUBLIC
			GET    /api/v1/users/active_segments                       MEMBER
			GET    /api/v1/segments                                    VIEWER
			GET    /api/v1/segments/{id}                               VIEWER
			GET    /api/v1/segments/active_users                       VIEWER
			POST   /api/v1/segments/create                             EDITOR
			DELETE /api/v1/segments/delete                             EDITOR
			DELETE /api/v1/segments/delete_by_id                       EDITOR
			POST   /api/v1/operations/add_segments                     EDITOR
			POST   /api/v1/operations/add_segments_by_names            EDITOR
			DELETE /api/v1/operations/delete_segments                  EDITOR
			DELETE /api/v1/operations/delete_segments_by_names         EDITOR
			GET    /api/v1/operations/history                          VIEWER
			GET    /api/v1/reports/file                                VIEWER
			GET    /api/v1/reports/link                                EDITOR
			GET    /api/v2/me                                          MEMBER
			POST   /api/v2/memberships/check                           VIEWER
			GET    /api/v2/segments                                    VIEWER
			POST   /api/v2/segments                                    EDITOR
			GET    /api/v2/segments/{segment}                          VIEWER
			PATCH  /api/v2/segments/{segment}                          EDITOR
			DELETE /api/v2/segments/{segment}                          EDITOR
			GET    /api/v2/segments/{segment}/members/{user}           VIEWER
			PUT    /api/v2/segments/{segment}/members/{user}           EDITOR
			DELETE /api/v2/segments/{segment}/members/{user}           EDITOR
			GET    /api/v2/users                                       VIEWER
			POST   /api/v2/users                                       EDITOR
			GET    /api/v2/users/{user}                                VIEWER
			PUT    /api/v2/users/{user}                                EDITOR
			PATCH  /api/v2/users/{user}                                EDITOR
			DELETE /api/v2/users/{user}                                EDITOR
			GET    /api/v2/users/{user}/segments                       VIEWER

			# Health, metrics, documentation and files
			GET    /ping                                               PUBLIC
			GET    /livez                                              PUBLIC
			GET    /readyz                                             PUBLIC
			GET    /actuator/health                                    PUBLIC
			GET    /actuator/health/**                                 PUBLIC
			GET    /actuator/prometheus                                ADMIN
			GET    /actuator/sbom                                      ADMIN
			GET    /actuator/sbom/{id}                                 ADMIN
			GET    /v3/api-docs                                        PUBLIC
			GET    /v3/api-docs.yaml                                   PUBLIC
			GET    /v3/api-docs/{group}                                PUBLIC
			GET    /v3/api-docs.yaml/{group}                           PUBLIC
			GET    /v3/api-docs/swagger-config                         PUBLIC
			GET    /docs/index.html                                    PUBLIC
			ANY    /docs/swagger-ui/**                                 PUBLIC
			ANY    /docs/swagger-ui/*index.html                        PUBLIC
			ANY    /docs/swagger-ui/*swagger-initializer.js            PUBLIC
			ANY    /docs/swagger-ui/index.css                          PUBLIC
			ANY    /assets/**                                          PUBLIC
			""";

	private RouteTable() {
	}

	/** The routes in the order of the table. */
	static List<RouteRole> routes() {
		return TEXT.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).map(RouteRole::parse).toList();
	}

}
