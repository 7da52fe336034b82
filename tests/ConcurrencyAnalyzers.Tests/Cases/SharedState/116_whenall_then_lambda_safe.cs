// Local state changed by two tasks, one after the other, each awaited.
namespace Cases.S116;

public static class Pipeline
{
    public static async Task<string> RunAsync(Func<string> fetch, Func<string, string> clean)
    {
        string text = "";
        int steps = 0;
        await Task.Run(() => { text = fetch(); steps++; });
        var second = Task.Run(() => { text = clean(text); steps++; });
        await second;
        return $"{text} {steps}";
    }
}
