using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DigestAnonymity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Anonymity",
                table: "responses_digests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.Sql("""UPDATE responses_digests SET "Anonymity" = CASE WHEN "AnonymousAllowed" = TRUE THEN 'NotRecorded' WHEN "AnonymousAllowed" = FALSE THEN 'Named' END""");
            migrationBuilder.DropColumn(
                name: "AnonymousAllowed",
                table: "responses_digests");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Anonymity",
                table: "responses_digests");

            migrationBuilder.AddColumn<bool>(
                name: "AnonymousAllowed",
                table: "responses_digests",
                type: "boolean",
                nullable: true);
        }
    }
}
