using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Handover;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Reopening;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses;

internal static class ResponsesData
{
    extension(HubDb db)
    {
        public DbSet<Theme> Themes => db.Set<Theme>();

        public DbSet<ThemeOrigin> ThemeOrigins => db.Set<ThemeOrigin>();

        public DbSet<Sorting> Sortings => db.Set<Sorting>();

        /// <summary>What was decided about those comments, and about no others.</summary>
        public IQueryable<Sorting> SortingsOf(IEnumerable<Guid> comments) => db.Sortings.Where(s => EF.Parameter(comments.ToArray()).Contains(s.Comment));

        public DbSet<CommentReading> CommentReadings => db.Set<CommentReading>();

        public DbSet<Move> Moves => db.Set<Move>();

        public DbSet<Question> Questions => db.Set<Question>();

        public DbSet<QuestionNote> QuestionNotes => db.Set<QuestionNote>();

        public DbSet<QuestionReminder> QuestionReminders => db.Set<QuestionReminder>();

        public DbSet<Clearance> Clearances => db.Set<Clearance>();

        public DbSet<ClearanceRule> ClearanceRules => db.Set<ClearanceRule>();

        public DbSet<Correction> Corrections => db.Set<Correction>();

        public DbSet<Digest> Digests => db.Set<Digest>();

        public DbSet<Promise> Promises => db.Set<Promise>();

        public DbSet<PromiseReminder> PromiseReminders => db.Set<PromiseReminder>();

        public DbSet<AskerVoice> AskerVoices => db.Set<AskerVoice>();

        public DbSet<Handing> Handings => db.Set<Handing>();
    }
}
