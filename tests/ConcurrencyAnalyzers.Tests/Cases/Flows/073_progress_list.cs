// Without a user interface, progress is reported on pool threads, several at once.
namespace Cases.F073;

public static class Copy
{
    public static async Task<int> RunAsync(string[] files)
    {
        var done = new List<string>();
        var progress = new Progress<string>(file => done.Add(file)); // expect: RACE?
        await Task.Run(() =>
        {
            foreach (var file in files)
                ((IProgress<string>)progress).Report(file);
        });
        return done.Count;
    }
}
