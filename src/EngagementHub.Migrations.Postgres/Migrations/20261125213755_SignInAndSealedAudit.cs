using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SignInAndSealedAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "core_audit",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "core_audit",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhyMark",
                table: "core_audit",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhySalt",
                table: "core_audit",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_logins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_logins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_protection_keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_protection_keys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "identity_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastSeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ProviderSession = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_sign_out_notices",
                columns: table => new
                {
                    IdHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    GoodUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_sign_out_notices", x => x.IdHash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_By",
                table: "core_audit",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_Place",
                table: "core_audit",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_unsealed",
                table: "core_audit",
                column: "Id",
                filter: "\"Place\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_identity_logins_Issuer_Subject",
                table: "identity_logins",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_logins_Person",
                table: "identity_logins",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_EndsOn",
                table: "identity_sessions",
                column: "EndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_KeyHash",
                table: "identity_sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_Person",
                table: "identity_sessions",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_identity_sessions_ProviderSession",
                table: "identity_sessions",
                column: "ProviderSession");

            // Written by hand: the trail refuses to be edited. Allowed is to seal a line that has no seal, and to strike words of a reason together with its salt.
            migrationBuilder.Sql("""
                CREATE FUNCTION core_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE EXCEPTION 'A line of the audit trail is never edited and never removed' USING ERRCODE = 'restrict_violation';
                END $$;
                CREATE TRIGGER core_audit_kept BEFORE DELETE ON core_audit FOR EACH ROW EXECUTE FUNCTION core_audit_refuse();
                CREATE TRIGGER core_audit_not_emptied BEFORE TRUNCATE ON core_audit FOR EACH STATEMENT EXECUTE FUNCTION core_audit_refuse();
                CREATE TRIGGER core_audit_unchanged BEFORE UPDATE ON core_audit FOR EACH ROW
                WHEN (NOT (new."Id" = old."Id" AND new."By" IS NOT DISTINCT FROM old."By" AND new."At" = old."At" AND new."What" = old."What" AND new."On" = old."On" AND (
                  (old."Place" IS NULL AND new."Place" IS NOT NULL AND new."Seal" IS NOT NULL AND new."Why" IS NOT DISTINCT FROM old."Why")
                  OR (new."Place" IS NOT DISTINCT FROM old."Place" AND new."Seal" IS NOT DISTINCT FROM old."Seal" AND new."WhyMark" IS NOT DISTINCT FROM old."WhyMark" AND new."WhySalt" IS NULL AND old."Why" IS NOT NULL AND new."Why" IS NOT NULL))))
                EXECUTE FUNCTION core_audit_refuse();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER core_audit_kept ON core_audit; DROP TRIGGER core_audit_not_emptied ON core_audit; DROP TRIGGER core_audit_unchanged ON core_audit; DROP FUNCTION core_audit_refuse();");

            migrationBuilder.DropTable(
                name: "identity_logins");

            migrationBuilder.DropTable(
                name: "identity_protection_keys");

            migrationBuilder.DropTable(
                name: "identity_sessions");

            migrationBuilder.DropTable(
                name: "identity_sign_out_notices");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_By",
                table: "core_audit");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_Place",
                table: "core_audit");

            migrationBuilder.DropIndex(
                name: "IX_core_audit_unsealed",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "WhyMark",
                table: "core_audit");

            migrationBuilder.DropColumn(
                name: "WhySalt",
                table: "core_audit");
        }
    }
}
