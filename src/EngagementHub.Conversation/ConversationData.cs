using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Conversation.Signposts;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation;

internal static class ConversationData
{
    extension(HubDb db)
    {
        public DbSet<CodeVersion> CodeVersions => db.Set<CodeVersion>();

        public DbSet<Acceptance> Acceptances => db.Set<Acceptance>();

        public DbSet<Discussion> Discussions => db.Set<Discussion>();

        public DbSet<Halt> Halts => db.Set<Halt>();

        public DbSet<Voice> Voices => db.Set<Voice>();

        public DbSet<Seal> Seals => db.Set<Seal>();

        public DbSet<Opening> Openings => db.Set<Opening>();

        public DbSet<Pause> Pauses => db.Set<Pause>();

        public DbSet<SignpostVersion> SignpostVersions => db.Set<SignpostVersion>();

        public DbSet<Comment> Comments => db.Set<Comment>();

        public DbSet<Decision> Decisions => db.Set<Decision>();

        public DbSet<UntoldDecision> UntoldDecisions => db.Set<UntoldDecision>();

        public DbSet<Claim> Claims => db.Set<Claim>();

        public DbSet<Consultation> Consultations => db.Set<Consultation>();

        public DbSet<Flag> Flags => db.Set<Flag>();

        public DbSet<Appeal> Appeals => db.Set<Appeal>();
    }
}
