using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys;

internal static class SurveysData
{
    extension(HubDb db)
    {
        public DbSet<Question> SurveyQuestions => db.Set<Question>();

        public DbSet<Survey> Surveys => db.Set<Survey>();

        public DbSet<Place> Places => db.Set<Place>();

        public DbSet<Tally> Tallies => db.Set<Tally>();

        public DbSet<TextAnswer> TextAnswers => db.Set<TextAnswer>();
    }
}
