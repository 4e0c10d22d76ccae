using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

/// <summary>Gives pages what was typed as <see cref="TypedText"/> says.</summary>
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
                bindingContext.Result = ModelBindingResult.Success(TypedText.Of(given.FirstValue ?? "", !bindingContext.ModelMetadata.ConvertEmptyStringToNull));
            }

            return Task.CompletedTask;
        }
    }
}
