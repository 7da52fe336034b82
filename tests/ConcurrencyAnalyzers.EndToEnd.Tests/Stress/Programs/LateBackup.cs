// CONC3001: nobody waits for the thread that writes the file
namespace Stress;

public static class LateBackup
{
    public static int Run() => Rounds.Play(() =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, "backup.txt");
        File.WriteAllText(file, "");
        var writer = new Thread(() =>
        {
            Thread.Sleep(20);
            File.WriteAllText(file, "saved");
        });
        writer.Start();
        var text = File.ReadAllText(file);
        return text == "saved";
    });
}
