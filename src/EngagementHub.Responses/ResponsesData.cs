using EngagementHub.Responses.Boards;
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

        public DbSet<Sorting> Sortings => db.Set<Sorting>();

        public DbSet<Question> Questions => db.Set<Question>();

        public DbSet<Digest> Digests => db.Set<Digest>();

        public DbSet<Promise> Promises => db.Set<Promise>();

        public DbSet<PromiseReminder> PromiseReminders => db.Set<PromiseReminder>();

        public DbSet<AskerVoice> AskerVoices => db.Set<AskerVoice>();

        public DbSet<Handing> Handings => db.Set<Handing>();
    }
}
