// Blinks a message with one lamp per letter, each run by a thread of its own. difficulty: easy
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1343;

public static class SignalLamps
{
    public static void Blink(string message, Action<int, char> lamp)
    {
        var threads = new List<Thread>();
        for (int i = 0; i < message.Length; i++) // expect: CAPTURE?
        {
            var thread = new Thread(() => lamp(i, message[i])); // expect: CAPTURE#1
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Join());
    }
}
