using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "blogging_blogs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Strapline = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Turns = table.Column<int>(type: "INTEGER", nullable: false),
                    Comments_AnonymousAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comments_OpenForDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Comments_PreModerated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_blogs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_acceptances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_code_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Major = table.Column<int>(type: "INTEGER", nullable: false),
                    Minor = table.Column<int>(type: "INTEGER", nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Introduction = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_code_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_discussions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PreModerated = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnonymousAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Turns = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_discussions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    On = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_roles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "identity_staff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    PersonaPlace = table.Column<int>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_staff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_inbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_inbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recipes_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipes_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_digests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsRoundUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standfirst = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ComposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Post = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_promises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    MarkedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MadeDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    KeptDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    KeptText = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    KeptLink = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DroppedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DroppedBecause = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_promises", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Theme = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Comments = table.Column<string>(type: "TEXT", nullable: false),
                    Quote = table.Column<Guid>(type: "TEXT", nullable: true),
                    Responder = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnswerChanges = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_sortings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Comment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Chosen = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    SortedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SortedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_sortings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_themes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_themes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_calendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_calendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mapping = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Live = table.Column<bool>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Duplicates = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_levels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CutOff = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Live = table.Column<bool>(type: "INTEGER", nullable: false),
                    Changes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_levels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_mappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_mappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_services",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RunBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HowToAsk = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contacts = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_services", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_tickets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEventAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_tickets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "blogging_hosting_periods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Host = table.Column<Guid>(type: "TEXT", nullable: false),
                    StandIn = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Brief = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CoResponders = table.Column<string>(type: "TEXT", nullable: false),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclinedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_hosting_periods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_hosting_periods_blogging_blogs_BlogId",
                        column: x => x.BlogId,
                        principalTable: "blogging_blogs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversation_clauses",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CodeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_clauses", x => new { x.CodeVersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_conversation_clauses_conversation_code_versions_CodeVersionId",
                        column: x => x.CodeVersionId,
                        principalTable: "conversation_code_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conversation_comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplyTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Author = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SignedTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CodeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeclinedUnder = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    HeldBy = table.Column<string>(type: "TEXT", nullable: false),
                    Struck = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conversation_comments_conversation_code_versions_CodeVersionId",
                        column: x => x.CodeVersionId,
                        principalTable: "conversation_code_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_conversation_comments_conversation_discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "conversation_discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conversation_halts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CodeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Clause = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Queued = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_halts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conversation_halts_conversation_discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "conversation_discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_digest_entries",
                columns: table => new
                {
                    Comment = table.Column<Guid>(type: "TEXT", nullable: false),
                    DigestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Disposition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Theme = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_digest_entries", x => new { x.DigestId, x.Comment });
                    table.ForeignKey(
                        name: "FK_responses_digest_entries_responses_digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "responses_digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_promise_changes",
                columns: table => new
                {
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PromiseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_promise_changes", x => new { x.PromiseId, x.At });
                    table.ForeignKey(
                        name: "FK_responses_promise_changes_responses_promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "responses_promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responses_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_responses_answers_responses_questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "responses_questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_calendar_days",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_calendar_days", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_calendar_days_servicelevels_calendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "servicelevels_calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_calendar_weeks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hours_Monday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Tuesday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Wednesday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Thursday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Friday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Saturday = table.Column<string>(type: "TEXT", nullable: false),
                    Hours_Sunday = table.Column<string>(type: "TEXT", nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_calendar_weeks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_calendar_weeks_servicelevels_calendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "servicelevels_calendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_counts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_counts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_counts_servicelevels_levels_LevelId",
                        column: x => x.LevelId,
                        principalTable: "servicelevels_levels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_steps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Target = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    Within = table.Column<int>(type: "INTEGER", nullable: false),
                    LevelId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_steps_servicelevels_levels_LevelId",
                        column: x => x.LevelId,
                        principalTable: "servicelevels_levels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "servicelevels_ticket_events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_servicelevels_ticket_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_servicelevels_ticket_events_servicelevels_tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "servicelevels_tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Author = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standfirst = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    Tags = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Corrections = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Comments_AnonymousAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Comments_ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Comments_PreModerated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_posts_blogging_blogs_BlogId",
                        column: x => x.BlogId,
                        principalTable: "blogging_blogs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_blogging_posts_blogging_hosting_periods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "blogging_hosting_periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversation_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CodeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Clause = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Suggestion = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conversation_decisions_conversation_comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "conversation_comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_old_addresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 90, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_old_addresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_old_addresses_blogging_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "blogging_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_revisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Standfirst = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_revisions_blogging_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "blogging_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_blogging_blogs_Slug",
                table: "blogging_blogs",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_hosting_periods_BlogId_FirstDay",
                table: "blogging_hosting_periods",
                columns: new[] { "BlogId", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_blogging_old_addresses_BlogId_Slug",
                table: "blogging_old_addresses",
                columns: new[] { "BlogId", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_blogging_old_addresses_PostId",
                table: "blogging_old_addresses",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_posts_BlogId_PublishAt",
                table: "blogging_posts",
                columns: new[] { "BlogId", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_blogging_posts_BlogId_Slug",
                table: "blogging_posts",
                columns: new[] { "BlogId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_posts_PeriodId",
                table: "blogging_posts",
                column: "PeriodId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_revisions_PostId_Number",
                table: "blogging_revisions",
                columns: new[] { "PostId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_acceptances_Who_CodeVersionId",
                table: "conversation_acceptances",
                columns: new[] { "Who", "CodeVersionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_code_versions_Major_Minor",
                table: "conversation_code_versions",
                columns: new[] { "Major", "Minor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_Author",
                table: "conversation_comments",
                column: "Author");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_CodeVersionId",
                table: "conversation_comments",
                column: "CodeVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_DiscussionId_Number",
                table: "conversation_comments",
                columns: new[] { "DiscussionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_On",
                table: "conversation_comments",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_Receipt",
                table: "conversation_comments",
                column: "Receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_Standing_DecidedAt",
                table: "conversation_comments",
                columns: new[] { "Standing", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_conversation_decisions_At",
                table: "conversation_decisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_decisions_CommentId",
                table: "conversation_decisions",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_discussions_On",
                table: "conversation_discussions",
                column: "On",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_halts_DiscussionId",
                table: "conversation_halts",
                column: "DiscussionId");

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_At",
                table: "core_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_On",
                table: "core_audit",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_identity_roles_Name",
                table: "identity_roles",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_staff_UserName",
                table: "identity_staff",
                column: "UserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_inbox_To_At",
                table: "notifications_inbox",
                columns: new[] { "To", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outbox_SentAt_NextTryAt",
                table: "notifications_outbox",
                columns: new[] { "SentAt", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_responses_answers_QuestionId",
                table: "responses_answers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_responses_digests_Post",
                table: "responses_digests",
                column: "Post");

            migrationBuilder.CreateIndex(
                name: "IX_responses_digests_Scope",
                table: "responses_digests",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_responses_promises_Due",
                table: "responses_promises",
                column: "Due");

            migrationBuilder.CreateIndex(
                name: "IX_responses_promises_MadeOn",
                table: "responses_promises",
                column: "MadeOn");

            migrationBuilder.CreateIndex(
                name: "IX_responses_promises_Scope",
                table: "responses_promises",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_responses_questions_Scope",
                table: "responses_questions",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_responses_sortings_Comment",
                table: "responses_sortings",
                column: "Comment",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responses_sortings_Scope",
                table: "responses_sortings",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_responses_themes_Scope",
                table: "responses_themes",
                column: "Scope");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_calendar_days_CalendarId",
                table: "servicelevels_calendar_days",
                column: "CalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_calendar_weeks_CalendarId",
                table: "servicelevels_calendar_weeks",
                column: "CalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_calendars_Slug",
                table: "servicelevels_calendars",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_counts_LevelId",
                table: "servicelevels_counts",
                column: "LevelId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_imports_Source",
                table: "servicelevels_imports",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_levels_ServiceId_Slug",
                table: "servicelevels_levels",
                columns: new[] { "ServiceId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_mappings_Name",
                table: "servicelevels_mappings",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_services_Slug",
                table: "servicelevels_services",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_steps_LevelId",
                table: "servicelevels_steps",
                column: "LevelId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_ticket_events_TicketId_Key",
                table: "servicelevels_ticket_events",
                columns: new[] { "TicketId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_tickets_ServiceId",
                table: "servicelevels_tickets",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_servicelevels_tickets_Source_Number",
                table: "servicelevels_tickets",
                columns: new[] { "Source", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blogging_old_addresses");

            migrationBuilder.DropTable(
                name: "blogging_revisions");

            migrationBuilder.DropTable(
                name: "conversation_acceptances");

            migrationBuilder.DropTable(
                name: "conversation_clauses");

            migrationBuilder.DropTable(
                name: "conversation_decisions");

            migrationBuilder.DropTable(
                name: "conversation_halts");

            migrationBuilder.DropTable(
                name: "core_audit");

            migrationBuilder.DropTable(
                name: "identity_roles");

            migrationBuilder.DropTable(
                name: "identity_staff");

            migrationBuilder.DropTable(
                name: "notifications_inbox");

            migrationBuilder.DropTable(
                name: "notifications_outbox");

            migrationBuilder.DropTable(
                name: "recipes_runs");

            migrationBuilder.DropTable(
                name: "responses_answers");

            migrationBuilder.DropTable(
                name: "responses_digest_entries");

            migrationBuilder.DropTable(
                name: "responses_promise_changes");

            migrationBuilder.DropTable(
                name: "responses_sortings");

            migrationBuilder.DropTable(
                name: "responses_themes");

            migrationBuilder.DropTable(
                name: "servicelevels_calendar_days");

            migrationBuilder.DropTable(
                name: "servicelevels_calendar_weeks");

            migrationBuilder.DropTable(
                name: "servicelevels_counts");

            migrationBuilder.DropTable(
                name: "servicelevels_imports");

            migrationBuilder.DropTable(
                name: "servicelevels_mappings");

            migrationBuilder.DropTable(
                name: "servicelevels_services");

            migrationBuilder.DropTable(
                name: "servicelevels_steps");

            migrationBuilder.DropTable(
                name: "servicelevels_ticket_events");

            migrationBuilder.DropTable(
                name: "blogging_posts");

            migrationBuilder.DropTable(
                name: "conversation_comments");

            migrationBuilder.DropTable(
                name: "responses_questions");

            migrationBuilder.DropTable(
                name: "responses_digests");

            migrationBuilder.DropTable(
                name: "responses_promises");

            migrationBuilder.DropTable(
                name: "servicelevels_calendars");

            migrationBuilder.DropTable(
                name: "servicelevels_levels");

            migrationBuilder.DropTable(
                name: "servicelevels_tickets");

            migrationBuilder.DropTable(
                name: "blogging_hosting_periods");

            migrationBuilder.DropTable(
                name: "conversation_code_versions");

            migrationBuilder.DropTable(
                name: "conversation_discussions");

            migrationBuilder.DropTable(
                name: "blogging_blogs");
        }
    }
}
