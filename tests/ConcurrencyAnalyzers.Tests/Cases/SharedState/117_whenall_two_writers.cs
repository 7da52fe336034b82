// Both tasks are started before either is awaited.
namespace Cases.S117;

public static class Pipeline
{
    public static async Task<string> RunAsync(Func<string> fetch, Func<string, string> clean)
    {
        string text = "";
        int steps = 0;
        var first = Task.Run(() => { text = fetch(); steps++; }); // expect: RACE
        var second = Task.Run(() => { text = clean(text); steps++; }); // expect: RACE
        await first;
        await second;
        return $"{text} {steps}";
    }
}
