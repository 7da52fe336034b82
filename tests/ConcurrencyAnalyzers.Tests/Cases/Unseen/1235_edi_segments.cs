namespace Blind.C1235;

public static class Program
{
    public static async Task Main(string[] args)
    {
        var source = new StringReader("UNH+1\nBGM+220\nDTM+137\nLIN+1\nUNT+5");
        var parsed = new List<Task<string>>();

        string? segment;
        var number = 0;
        while ((segment = source.ReadLine()) != null) // expect: CAPTURE?, RACE?
        {
            number++; // expect: CAPTURE?, RACE?
            parsed.Add(Task.Run(async () => // expect: CAPTURE?
            {
                await Task.Delay(1);
                return $"{number}: {Tag(segment)}"; // expect: CAPTURE, RACE?
            }));
        }

        foreach (var text in await Task.WhenAll(parsed))
        {
            Console.WriteLine(text);
        }

        static string Tag(string segment)
        {
            var plus = segment.IndexOf('+');
            if (plus < 0)
            {
                return segment;
            }

            return segment[..plus];
        }
    }
}
