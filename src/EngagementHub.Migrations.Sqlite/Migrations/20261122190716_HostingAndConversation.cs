using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EngagementHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HostingAndConversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_conversation_comments_Standing_DecidedAt",
                table: "conversation_comments");

            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "responses_themes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AnonymousAllowed",
                table: "responses_digests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommentsCloseOn",
                table: "responses_digests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PreModerated",
                table: "responses_digests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "notifications_outbox",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "notifications_outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBecause",
                table: "notifications_outbox",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeldUntil",
                table: "notifications_outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Letter",
                table: "notifications_outbox",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Secret",
                table: "notifications_outbox",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewBy",
                table: "conversation_halts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Thread",
                table: "conversation_halts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Anonymity",
                table: "conversation_discussions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotRecorded");

            migrationBuilder.AddColumn<string>(
                name: "Blog",
                table: "conversation_discussions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "KeyDestroyedOn",
                table: "conversation_discussions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "KeyUntil",
                table: "conversation_discussions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecidedBefore",
                table: "conversation_decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeclinedBefore",
                table: "conversation_decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoodAs",
                table: "conversation_decisions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Undoes",
                table: "conversation_decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChangedOn",
                table: "conversation_comments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "conversation_comments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotRecorded");

            migrationBuilder.AddColumn<int>(
                name: "Voice",
                table: "conversation_comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "blogging_revisions",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Comments_Anonymity",
                table: "blogging_posts",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotRecorded");

            migrationBuilder.AddColumn<string>(
                name: "ReturnedWith",
                table: "blogging_posts",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SubmittedAt",
                table: "blogging_posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubmittedBy",
                table: "blogging_posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "blogging_hosting_periods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskBy",
                table: "blogging_hosting_periods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Comments_Anonymity",
                table: "blogging_blogs",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotRecorded");

            // What was promised to those who wrote stays what it was: yes was "not recorded", no was "by name".
            migrationBuilder.Sql("""UPDATE conversation_discussions SET "Anonymity" = 'Named' WHERE "AnonymousAllowed" = 0""");
            migrationBuilder.Sql("""UPDATE blogging_posts SET "Comments_Anonymity" = 'Named' WHERE "Comments_AnonymousAllowed" = 0""");
            migrationBuilder.Sql("""UPDATE blogging_blogs SET "Comments_Anonymity" = 'Named' WHERE "Comments_AnonymousAllowed" = 0""");
            migrationBuilder.Sql("""UPDATE conversation_comments SET "Level" = 'Named' WHERE "Author" IS NOT NULL""");
            migrationBuilder.Sql("""UPDATE conversation_discussions SET "Blog" = substr("Url", 8, instr(substr("Url", 8) || '/', '/') - 1) WHERE "Url" LIKE '/blogs/_%'""");

            // As SQL: the builder would copy each table, outside the transaction, to take one column out.
            migrationBuilder.Sql("""ALTER TABLE conversation_discussions DROP COLUMN "AnonymousAllowed" """);
            migrationBuilder.Sql("""ALTER TABLE blogging_posts DROP COLUMN "Comments_AnonymousAllowed" """);
            migrationBuilder.Sql("""ALTER TABLE blogging_blogs DROP COLUMN "Comments_AnonymousAllowed" """);

            migrationBuilder.CreateTable(
                name: "blogging_handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WordsBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_handovers_blogging_hosting_periods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "blogging_hosting_periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blogging_hosting_reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_hosting_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_hosting_reminders_blogging_hosting_periods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "blogging_hosting_periods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blogging_subscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reader = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RoundedUpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_subscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_subscriptions_blogging_blogs_BlogId",
                        column: x => x.BlogId,
                        principalTable: "blogging_blogs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_unsaved_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_unsaved_texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_unsaved_texts_blogging_blogs_BlogId",
                        column: x => x.BlogId,
                        principalTable: "blogging_blogs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlogId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_uploads_blogging_blogs_BlogId",
                        column: x => x.BlogId,
                        principalTable: "blogging_blogs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_blogging_uploads_blogging_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "blogging_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversation_appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedFirstBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecideBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_appeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Of = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_consultations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_flags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ResolvedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_flags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_openings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AgreedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefusedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_openings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Blogs = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_pauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_seals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Box = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_seals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_signposts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Advice = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContactUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_signposts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_untold_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_untold_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conversation_voices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_voices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_search",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Parent = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Via = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Blog = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Host = table.Column<Guid>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    VisibleFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    TitleWords = table.Column<string>(type: "TEXT", nullable: false),
                    TextWords = table.Column<string>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_search", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "responses_handings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    From = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses_handings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "blogging_handover_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_handover_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_handover_lines_blogging_handovers_NoteId",
                        column: x => x.NoteId,
                        principalTable: "blogging_handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_mailings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RoundUpOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_mailings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_mailings_blogging_subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "blogging_subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "blogging_mailed_posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blogging_mailed_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_blogging_mailed_posts_blogging_mailings_MailingId",
                        column: x => x.MailingId,
                        principalTable: "blogging_mailings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_blogging_mailed_posts_blogging_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "blogging_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_outbox_About",
                table: "notifications_outbox",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_Standing_DecidedAt_Day_DiscussionId_Number",
                table: "conversation_comments",
                columns: new[] { "Standing", "DecidedAt", "Day", "DiscussionId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_blogging_handover_lines_Item",
                table: "blogging_handover_lines",
                column: "Item");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_handover_lines_NoteId",
                table: "blogging_handover_lines",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_handover_lines_PeriodId_Item",
                table: "blogging_handover_lines",
                columns: new[] { "PeriodId", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_handovers_PeriodId",
                table: "blogging_handovers",
                column: "PeriodId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_hosting_reminders_PeriodId_Kind_Of_To",
                table: "blogging_hosting_reminders",
                columns: new[] { "PeriodId", "Kind", "Of", "To" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_mailed_posts_MailingId",
                table: "blogging_mailed_posts",
                column: "MailingId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_mailed_posts_PostId",
                table: "blogging_mailed_posts",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_mailed_posts_SubscriptionId_PostId",
                table: "blogging_mailed_posts",
                columns: new[] { "SubscriptionId", "PostId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_mailings_SubscriptionId_Rhythm_RoundUpOf",
                table: "blogging_mailings",
                columns: new[] { "SubscriptionId", "Rhythm", "RoundUpOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_mailings_TokenHash",
                table: "blogging_mailings",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_subscriptions_BlogId_Reader",
                table: "blogging_subscriptions",
                columns: new[] { "BlogId", "Reader" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_subscriptions_Reader",
                table: "blogging_subscriptions",
                column: "Reader");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_unsaved_texts_At",
                table: "blogging_unsaved_texts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_unsaved_texts_BlogId_PostId_Person",
                table: "blogging_unsaved_texts",
                columns: new[] { "BlogId", "PostId", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_blogging_uploads_BlogId",
                table: "blogging_uploads",
                column: "BlogId");

            migrationBuilder.CreateIndex(
                name: "IX_blogging_uploads_PostId",
                table: "blogging_uploads",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_appeals_CommentId",
                table: "conversation_appeals",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_appeals_DecisionId",
                table: "conversation_appeals",
                column: "DecisionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_appeals_Outcome",
                table: "conversation_appeals",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_claims_By_Until",
                table: "conversation_claims",
                columns: new[] { "By", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_conversation_consultations_CommentId",
                table: "conversation_consultations",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_consultations_Of_AnsweredAt",
                table: "conversation_consultations",
                columns: new[] { "Of", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_conversation_flags_CommentId_By",
                table: "conversation_flags",
                columns: new[] { "CommentId", "By" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_flags_Outcome",
                table: "conversation_flags",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_openings_CommentId",
                table: "conversation_openings",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_pauses_LastDay",
                table: "conversation_pauses",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_seals_CommentId",
                table: "conversation_seals",
                column: "CommentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_signposts_Key_Number",
                table: "conversation_signposts",
                columns: new[] { "Key", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_untold_decisions_CommentId",
                table: "conversation_untold_decisions",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_untold_decisions_DueAt",
                table: "conversation_untold_decisions",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_voices_DiscussionId_Mark",
                table: "conversation_voices",
                columns: new[] { "DiscussionId", "Mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_voices_DiscussionId_Number",
                table: "conversation_voices",
                columns: new[] { "DiscussionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_search_Kind_Host",
                table: "core_search",
                columns: new[] { "Kind", "Host" });

            migrationBuilder.CreateIndex(
                name: "IX_core_search_Parent",
                table: "core_search",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_core_search_Subject",
                table: "core_search",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_search_Via",
                table: "core_search",
                column: "Via");

            migrationBuilder.CreateIndex(
                name: "IX_responses_handings_Item_At",
                table: "responses_handings",
                columns: new[] { "Item", "At" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blogging_handover_lines");

            migrationBuilder.DropTable(
                name: "blogging_hosting_reminders");

            migrationBuilder.DropTable(
                name: "blogging_mailed_posts");

            migrationBuilder.DropTable(
                name: "blogging_unsaved_texts");

            migrationBuilder.DropTable(
                name: "blogging_uploads");

            migrationBuilder.DropTable(
                name: "conversation_appeals");

            migrationBuilder.DropTable(
                name: "conversation_claims");

            migrationBuilder.DropTable(
                name: "conversation_consultations");

            migrationBuilder.DropTable(
                name: "conversation_flags");

            migrationBuilder.DropTable(
                name: "conversation_openings");

            migrationBuilder.DropTable(
                name: "conversation_pauses");

            migrationBuilder.DropTable(
                name: "conversation_seals");

            migrationBuilder.DropTable(
                name: "conversation_signposts");

            migrationBuilder.DropTable(
                name: "conversation_untold_decisions");

            migrationBuilder.DropTable(
                name: "conversation_voices");

            migrationBuilder.DropTable(
                name: "core_search");

            migrationBuilder.DropTable(
                name: "responses_handings");

            migrationBuilder.DropTable(
                name: "blogging_handovers");

            migrationBuilder.DropTable(
                name: "blogging_mailings");

            migrationBuilder.DropTable(
                name: "blogging_subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_notifications_outbox_About",
                table: "notifications_outbox");

            migrationBuilder.DropIndex(
                name: "IX_conversation_comments_Standing_DecidedAt_Day_DiscussionId_Number",
                table: "conversation_comments");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "responses_themes");

            migrationBuilder.DropColumn(
                name: "AnonymousAllowed",
                table: "responses_digests");

            migrationBuilder.DropColumn(
                name: "CommentsCloseOn",
                table: "responses_digests");

            migrationBuilder.DropColumn(
                name: "PreModerated",
                table: "responses_digests");

            migrationBuilder.DropColumn(
                name: "About",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "CancelledBecause",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "Secret",
                table: "notifications_outbox");

            migrationBuilder.DropColumn(
                name: "ReviewBy",
                table: "conversation_halts");

            migrationBuilder.DropColumn(
                name: "Thread",
                table: "conversation_halts");

            migrationBuilder.DropColumn(
                name: "Anonymity",
                table: "conversation_discussions");

            migrationBuilder.DropColumn(
                name: "Blog",
                table: "conversation_discussions");

            migrationBuilder.DropColumn(
                name: "KeyDestroyedOn",
                table: "conversation_discussions");

            migrationBuilder.DropColumn(
                name: "KeyUntil",
                table: "conversation_discussions");

            migrationBuilder.DropColumn(
                name: "DecidedBefore",
                table: "conversation_decisions");

            migrationBuilder.DropColumn(
                name: "DeclinedBefore",
                table: "conversation_decisions");

            migrationBuilder.DropColumn(
                name: "StoodAs",
                table: "conversation_decisions");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "conversation_decisions");

            migrationBuilder.DropColumn(
                name: "ChangedOn",
                table: "conversation_comments");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "conversation_comments");

            migrationBuilder.DropColumn(
                name: "Voice",
                table: "conversation_comments");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "blogging_revisions");

            migrationBuilder.DropColumn(
                name: "Comments_Anonymity",
                table: "blogging_posts");

            migrationBuilder.DropColumn(
                name: "ReturnedWith",
                table: "blogging_posts");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "blogging_posts");

            migrationBuilder.DropColumn(
                name: "SubmittedBy",
                table: "blogging_posts");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "blogging_hosting_periods");

            migrationBuilder.DropColumn(
                name: "AskBy",
                table: "blogging_hosting_periods");

            migrationBuilder.DropColumn(
                name: "Comments_Anonymity",
                table: "blogging_blogs");

            migrationBuilder.AddColumn<bool>(
                name: "AnonymousAllowed",
                table: "conversation_discussions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Comments_AnonymousAllowed",
                table: "blogging_posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Comments_AnonymousAllowed",
                table: "blogging_blogs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_conversation_comments_Standing_DecidedAt",
                table: "conversation_comments",
                columns: new[] { "Standing", "DecidedAt" });
        }
    }
}
