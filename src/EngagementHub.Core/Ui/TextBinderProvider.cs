using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

/// <summary>Line breaks count once: browsers send two characters for what the page counted as one.</summary>
internal sealed class TextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new TextBinder() : null;

    private sealed class TextBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given != ValueProviderResult.None)
            {
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
                bindingContext.Result = ModelBindingResult.Success(Text(bindingContext.ModelMetadata, given.FirstValue ?? ""));
            }

            return Task.CompletedTask;
        }

        private static string? Text(ModelMetadata metadata, string typed) =>
            string.IsNullOrWhiteSpace(typed) && metadata.ConvertEmptyStringToNull ? null : Printable(typed.ReplaceLineEndings("\n"));

        // Word pastes vertical tabs and the like; feeds cannot hold them, and PostgreSQL holds no NUL.
        private static string Printable(string typed) =>
            typed.Any(IsStray) ? string.Concat(typed.Where(c => !IsStray(c))) : typed;

        private static bool IsStray(char typed) => char.IsControl(typed) && typed is not ('\n' or '\t');
    }
}
